package band.civic.clerk.etl.bulk.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Big-endian numbers in bytes: all numbers of the file format are stored so.
public final class Big {
  private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private Big() {}

  public static void putShort(byte[] into, int at, int value) {
    into[at] = (byte) (value >>> 8);
    into[at + 1] = (byte) value;
  }

  public static void putInt(byte[] into, int at, int value) {
    INTS.set(into, at, value);
  }

  public static void putLong(byte[] into, int at, long value) {
    LONGS.set(into, at, value);
  }

  public static int getShort(byte[] from, int at) {
    return ((from[at] & 0xff) << 8) | (from[at + 1] & 0xff);
  }

  public static int getInt(byte[] from, int at) {
    return (int) INTS.get(from, at);
  }

  public static long getLong(byte[] from, int at) {
    return (long) LONGS.get(from, at);
  }
}
