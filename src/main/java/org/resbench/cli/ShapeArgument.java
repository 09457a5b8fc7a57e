package org.resbench.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.resbench.arch.Shape;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the size of an image: {@code 32} (square, three channels), {@code 48x32} (height, width) or {@code 28x28x1}. */
final class ShapeArgument implements ITypeConverter<Shape> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})(?:x(\\d{1,5})(?:x(\\d{1,5}))?)?");
    private static final String COLOURS = "3";

    @Override public Shape convert(String value) {
        Matcher size = SIZE.matcher(value);
        if (size.matches()) {
            int height = Integer.parseInt(size.group(1));
            int width = size.group(2) == null ? height : Integer.parseInt(size.group(2));
            int channels = Integer.parseInt(size.group(3) == null ? COLOURS : size.group(3));
            if (height > 0 && width > 0 && channels > 0) {
                return new Shape(height, width, channels);
            }
        }
        throw new TypeConversionException("'" + value + "' is no image size; give a side in pixels (32), height and width (48x32), or "
                + "height, width and channels (28x28x1)");
    }
}
