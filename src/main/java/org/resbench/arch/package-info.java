/** Networks as data: layers, shapes, parameters, multiply-adds. Imports units. */
package org.resbench.arch;
