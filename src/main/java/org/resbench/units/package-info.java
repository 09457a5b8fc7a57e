/** Value types with units. */
package org.resbench.units;
