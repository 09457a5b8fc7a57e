/** Using a trained network: where it comes from, testing it, what it says of single images. Imports runs, weights, tf. */
package org.resbench.evaluate;
