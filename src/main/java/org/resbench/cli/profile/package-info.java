/** What {@code resbench profile} prints and draws. */
package org.resbench.cli.profile;
