/** Data sets, checksums, splits, augmentation. */
package org.resbench.data;
