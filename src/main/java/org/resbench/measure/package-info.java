/** Times and joules of untrained networks, in turns. */
package org.resbench.measure;
