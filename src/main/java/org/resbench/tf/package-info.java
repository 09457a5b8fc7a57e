/** Lowers networks to TensorFlow; the only importer of org.tensorflow. */
package org.resbench.tf;
