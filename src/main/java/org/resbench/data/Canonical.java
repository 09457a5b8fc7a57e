package org.resbench.data;

import java.util.Arrays;
import java.util.Optional;

/** Data sets that papers report on, as their authors publish them. Their names mean these archives and nothing else.
 * @see "https://www.cs.toronto.edu/~kriz/cifar.html (Krizhevsky 2009): binary versions of both" */
public enum Canonical {
    /** 170,052,171 bytes; its MD5, c32a1d4ab5d03f1284b67883e8d87530, is on that page. */
    CIFAR10("cifar-10-binary.tar.gz", "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"),
    /** Has two labels an image; the second, fine one is used. */
    CIFAR100("cifar-100-binary.tar.gz", "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec");

    private static final String PLACE = "https://www.cs.toronto.edu/~kriz/";

    private final String archive;
    private final String sha256;

    Canonical(String archive, String sha256) {
        this.archive = archive;
        this.sha256 = sha256;
    }

    /** As experiment files and commands spell it: {@code cifar10}. */
    public String spelling() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String url() {
        return PLACE + archive;
    }

    /** Of the archive, in hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** Empty for any other name. */
    public static Optional<Canonical> named(String name) {
        return Arrays.stream(values()).filter(set -> set.spelling().equals(name)).findFirst();
    }
}
