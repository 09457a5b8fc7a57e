/** A check as JUnit XML for CI servers and as Markdown for pull requests. */
package org.resbench.gate.documents;
