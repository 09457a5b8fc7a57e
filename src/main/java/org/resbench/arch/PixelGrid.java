package org.resbench.arch;

/** Which pixels a 3x3 convolution of stride 2 is centred on: {@code CENTRED} pads (1,1) as Caffe and PyTorch do and reads the
 * same grid as the shortcut; {@code TENSORFLOW_SAME} pads (0,1) on even maps and is shifted by one pixel. */
public enum PixelGrid { CENTRED, TENSORFLOW_SAME }
