package org.resbench.cli;

import org.resbench.arch.counting.Convention;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a convention of counting. */
final class ConventionArgument implements ITypeConverter<Convention> {
    @Override public Convention convert(String value) {
        try {
            return Convention.of(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
