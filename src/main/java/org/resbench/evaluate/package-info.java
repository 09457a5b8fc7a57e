/** Using a network: testing protocols and predictions. */
package org.resbench.evaluate;
