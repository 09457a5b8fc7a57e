/** What commands print of trained networks in use. */
package org.resbench.cli.trained;
