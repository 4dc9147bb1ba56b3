package org.preclaim.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Damages what is packed from the inside: a member is unpacked, damaged and packed again, so that
 * the damage gets past the checksums. A member may be packed itself.
 */
final class PackedMutations {

  /** How many of a hundred packed inputs are damaged on the outside. */
  private static final int OUTSIDE = 25;

  private static final int BOMB_IN = 2_000;
  private static final int MEGABYTE = 1 << 20;
  private static final int BOMB_MEGABYTES = 160;

  private final Random random;
  private final Mutations mutations;

  PackedMutations(Random random, Mutations mutations) {
    this.random = random;
    this.mutations = mutations;
  }

  /** One of a zip's files. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Member(String name, byte[] bytes) {}

  byte[] damaged(byte[] whole, byte[] other) {
    boolean gzip = starts(whole, 0x1f, 0x8b);
    boolean packed = gzip || starts(whole, 'P', 'K');
    if (!packed || random.nextInt(100) < OUTSIDE) {
      return mutations.damaged(whole, other);
    }
    try {
      return gzip ? gzipped(whole, other) : zipped(whole, other);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static boolean starts(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }

  private byte[] gzipped(byte[] whole, byte[] other) throws IOException {
    byte[] from = starts(other, 0x1f, 0x8b) ? other : whole;
    byte[] inner = damaged(unzipped(whole), unzipped(from));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      write(zip, inner);
    }
    return bytes.toByteArray();
  }

  private static byte[] unzipped(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  private byte[] zipped(byte[] whole, byte[] other) throws IOException {
    List<Member> members = members(whole);
    List<Member> others = starts(other, 'P', 'K') ? members(other) : members;
    int at = random.nextInt(members.size());
    Member member = members.get(at);
    Member from = others.get(random.nextInt(others.size()));
    switch (random.nextInt(12)) {
      case 0 -> members.remove(at);
      case 1 -> members.add(new Member(member.name() + "x", member.bytes()));
      case 2 -> members.set(at, new Member(from.name() + "y", member.bytes()));
      case 3 -> members.set(at, new Member(member.name(), from.bytes()));
      default -> members.set(at, new Member(member.name(), damaged(member.bytes(), from.bytes())));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(1);
      for (Member each : distinct(members)) {
        zip.putNextEntry(new ZipEntry(each.name()));
        write(zip, each.bytes());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static List<Member> members(byte[] zip) throws IOException {
    List<Member> members = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        members.add(new Member(entry.getName(), in.readAllBytes()));
      }
    }
    return members;
  }

  private static List<Member> distinct(List<Member> members) {
    List<String> names = new ArrayList<>();
    List<Member> kept = new ArrayList<>();
    for (Member member : members) {
      if (!names.contains(member.name())) {
        names.add(member.name());
        kept.add(member);
      }
    }
    return kept;
  }

  /** Writes {@code bytes}, and once in a while behind them what unpacks to very much. */
  private void write(OutputStream out, byte[] bytes) throws IOException {
    out.write(bytes);
    if (random.nextInt(BOMB_IN) == 0) {
      byte[] blanks = new byte[MEGABYTE];
      Arrays.fill(blanks, (byte) ' ');
      for (int left = random.nextInt(BOMB_MEGABYTES); left > 0; left--) {
        out.write(blanks);
      }
    }
  }
}
