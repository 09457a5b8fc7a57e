/** Trained weights in files: the safetensors format, and whose tensor is which variable of a network. Imports arch. */
package org.resbench.weights;
