/** What a run's joules mean: for each image and answer, in kilowatt-hours, money and carbon dioxide. */
package org.resbench.report.energy;
