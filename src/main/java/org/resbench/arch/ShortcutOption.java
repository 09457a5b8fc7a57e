package org.resbench.arch;

/** How a shortcut bridges a change of width (He et al. 2015, section 3.3): A pads zero channels, B projects with 1x1
 * convolutions only where the width changes, C projects at every shortcut. */
public enum ShortcutOption { A, B, C }
