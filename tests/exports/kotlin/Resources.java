package android.content.res;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Android's class, as far as the generated code uses it: the English texts of a table, by the names of R's fields. */
public class Resources {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();

    public Resources(Path table, Class<?>... kinds) throws Exception {
        for (String line : Files.readAllLines(table)) {
            String[] fields = line.split("\t");
            texts.put(fields[0], new String(Base64.getDecoder().decode(fields[1]), StandardCharsets.UTF_8));
        }
        for (Class<?> kind : kinds) {
            for (Field field : kind.getFields()) {
                names.put(field.getInt(null), field.getName());
            }
        }
    }

    public String getString(int id) {
        return texts.get(names.get(id));
    }

    public String getString(int id, Object... arguments) {
        return String.format(Locale.ROOT, getString(id), arguments);
    }

    public String getQuantityString(int id, int quantity, Object... arguments) {
        String form = quantity == 1 ? "one" : "other";
        return String.format(Locale.ROOT, texts.get(names.get(id) + " " + form), arguments);
    }
}
