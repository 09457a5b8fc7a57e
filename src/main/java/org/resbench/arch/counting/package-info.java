/** Sizes of networks: parameters, multiply-adds, activations, memory, under named conventions, and what others state of them. Imports
 * arch. */
package org.resbench.arch.counting;
