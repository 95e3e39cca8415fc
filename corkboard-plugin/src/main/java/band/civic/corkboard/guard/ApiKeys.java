package band.civic.corkboard.guard;

import band.civic.clerk.spi.ClerkException.BadConfiguration;
import band.civic.corkboard.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// API keys in a file, one JSON object a line. Only hashes are kept: a key is 256 random bits, so a plain hash cannot be
/// turned back. The file is read again when it changes, so a revoked key stops working at once.
public final class ApiKeys {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final FileTime NEVER = FileTime.fromMillis(0);

  private final Path file;
  private volatile Loaded loaded = new Loaded(NEVER, -1, List.of());

  private record Loaded(FileTime modified, long size, List<Key> keys) {}

  /// A key, without the key.
  ///
  /// @param id short, to name it by
  /// @param name whose it is
  /// @param hash SHA-256 of the key, hex
  /// @param createdAt when it was made
  /// @param revoked true when it opens nothing any more
  public record Key(String id, String name, String hash, String createdAt, boolean revoked) {}

  /// A key that was just made; the only moment its text is known.
  ///
  /// @param key its entry
  /// @param text the key itself
  public record Made(Key key, String text) {}

  public ApiKeys(Path file) {
    this.file = file;
  }

  /// Makes a key and keeps its hash.
  public synchronized Made create(String name) {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    var text = "clerk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var hash = hash(text);
    var key = new Key(hash.substring(0, 8), name, hash, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        false);
    var all = new ArrayList<>(list());
    all.add(key);
    write(all);
    return new Made(key, text);
  }

  /// All keys, oldest first.
  public List<Key> list() {
    try {
      var modified = Files.getLastModifiedTime(file);
      long size = Files.size(file);
      var known = loaded;
      if (!known.modified.equals(modified) || known.size != size) {
        known = new Loaded(modified, size, read());
        loaded = known;
      }
      return known.keys;
    } catch (IOException none) {
      return List.of();
    }
  }

  /// Takes a key out of use.
  ///
  /// @return false when there is none of that id
  public synchronized boolean revoke(String id) {
    var all = list();
    if (all.stream().noneMatch(k -> k.id.equals(id))) {
      return false;
    }
    write(all.stream().map(k -> k.id.equals(id) ? new Key(k.id, k.name, k.hash, k.createdAt, true) : k).toList());
    return true;
  }

  /// The entry of a key that somebody sent.
  public Optional<Key> find(String text) {
    var hash = hash(text).getBytes(StandardCharsets.US_ASCII);
    return list().stream()
        .filter(k -> !k.revoked)
        .filter(k -> MessageDigest.isEqual(hash, k.hash.getBytes(StandardCharsets.US_ASCII)))
        .findFirst();
  }

  private List<Key> read() throws IOException {
    var keys = new ArrayList<Key>();
    for (var line : Files.readAllLines(file)) {
      if (Json.parse(line).map(Json.Parsed::value).orElse("") instanceof Map<?, ?> entry) {
        keys.add(new Key(text(entry, "id"), text(entry, "name"), text(entry, "hash"), text(entry, "created_at"),
            Boolean.TRUE.equals(entry.get("revoked"))));
      }
    }
    return keys;
  }

  private static String text(Map<?, ?> entry, String key) {
    return String.valueOf(entry.get(key));
  }

  private void write(List<Key> keys) {
    var text = new StringBuilder();
    for (var key : keys) {
      var entry = new LinkedHashMap<String, Object>();
      entry.put("id", key.id);
      entry.put("name", key.name);
      entry.put("hash", key.hash);
      entry.put("created_at", key.createdAt);
      entry.put("revoked", key.revoked);
      text.append(Json.text(entry)).append('\n');
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new BadConfiguration("Cannot write the keys to " + file + ": " + e.getMessage(), e);
    }
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
