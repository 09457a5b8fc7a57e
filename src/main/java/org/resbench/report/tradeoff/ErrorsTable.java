package org.resbench.report.tradeoff;

import java.util.ArrayList;
import java.util.List;
import org.resbench.report.model.Numbers;
import org.resbench.report.model.Table;
import org.resbench.report.model.Table.Align;
import org.resbench.report.model.Table.Audience;
import org.resbench.report.model.Table.Column;
import org.resbench.report.model.Table.Entry;

/** Published errors, a column for each protocol. */
final class ErrorsTable {
    private ErrorsTable() {}

    static Table of(List<Protocol> protocols, List<Contender> contenders) {
        List<Column> columns = new ArrayList<>(List.of(new Column("network", "Network", Align.LEFT, Audience.BOTH)));
        protocols.forEach(protocol -> columns.add(new Column(protocol.id().replace('-', '_') + "_error_percent",
                protocol.metric() + ", " + protocol.citedAs(), Align.RIGHT, Audience.BOTH)));
        List<List<Entry>> rows = contenders.stream().map(contender -> {
            List<Entry> row = new ArrayList<>(List.of(Entry.of(contender.name())));
            protocols.forEach(protocol -> row.add(contender.error(protocol.source())
                    .map(error -> new Entry(Numbers.percent(error), error)).orElse(Entry.NONE)));
            return row;
        }).toList();
        List<String> notes = protocols.stream().map(protocol -> protocol.metric() + ": " + protocol.words() + ".").toList();
        return new Table("published-errors", "Published errors", "On ImageNet, in percent, by others; nothing here was trained. "
                + "Columns were tested in different ways, so only numbers of one column compare.", columns, rows, notes);
    }
}
