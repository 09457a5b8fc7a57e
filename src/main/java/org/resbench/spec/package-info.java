/** YAML to located problems or to immutable experiments, trials and claims. */
package org.resbench.spec;
