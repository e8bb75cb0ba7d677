import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Formats texts as Android does: a format string and its arguments in, the text out, all in base64, a line each. */
class Format {
    public static void main(String[] names) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] fields = line.split("\t");
            Object[] arguments = new Object[fields.length - 1];
            for (int index = 1; index < fields.length; index++) {
                String value = decode(fields[index].substring(1));
                arguments[index - 1] = fields[index].charAt(0) == 'd' ? (Object) Long.valueOf(value) : value;
            }
            String text = String.format(Locale.ROOT, decode(fields[0]), arguments);
            System.out.println(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String decode(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
