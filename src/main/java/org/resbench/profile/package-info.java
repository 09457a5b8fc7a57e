/** Where the time of a step goes: TensorFlow's step statistics by kind of layer and by layer, beside what the machine reaches at most. */
package org.resbench.profile;
