/** A session of training: which trials still have to be trained, training them, showing how they go, and stopping. */
package org.resbench.cli.session;
