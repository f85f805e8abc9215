package earshot.bench;

import java.util.Locale;

/** How a figure is shown. */
enum Unit {
    PER_SECOND {
        @Override
        String show(double value) {
            return format(value < 100 ? "%.1f/s" : "%,.0f/s", value);
        }
    },
    /** Microseconds. */
    MICROS {
        @Override
        String show(double value) {
            return value < 1000 ? format("%.1f µs", value) : MILLIS.show(value / 1000);
        }
    },
    /** Milliseconds. */
    MILLIS {
        @Override
        String show(double value) {
            return format(value < 10 ? "%.2f ms" : value < 100 ? "%.1f ms" : "%,.0f ms", value);
        }
    },
    BYTES {
        @Override
        String show(double value) {
            boolean small = Math.abs(value) < 1 << 20;
            return small ? format("%.1f KB", value / 1024) : format("%,.1f MB", value / 1024 / 1024);
        }
    },
    COUNT {
        @Override
        String show(double value) {
            return format("%,.0f", value);
        }
    },
    TIMES {
        @Override
        String show(double value) {
            return format(value < 10 ? "%.2f ×" : "%.1f ×", value);
        }
    };

    abstract String show(double value);

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
