/** Gets canonical archives from where their authors publish them, or from a copy: resumed, checked, all or nothing. */
package org.resbench.data.fetch;
