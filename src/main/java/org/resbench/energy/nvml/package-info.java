/** NVIDIA's management library: energy, power and processes of its GPUs. The only importer of JNA. */
package org.resbench.energy.nvml;
