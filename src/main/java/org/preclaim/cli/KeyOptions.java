package org.preclaim.cli;

import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.caller.Role;
import org.preclaim.caller.key.ApiKeys;
import org.preclaim.caller.key.CallerProblem;
import org.preclaim.caller.key.IssuedKey;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands about keys have in common. */
final class KeyOptions {

  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin CommonOptions common = new CommonOptions();

  /** What a new key opens, and how long. */
  static final class Scope {

    @Option(
        names = "--role",
        paramLabel = "ROLE",
        split = ",",
        description = "What the key opens: decide, analyst, approver, engineer, auditor, admin.")
    List<String> roles = new ArrayList<>();

    @Option(
        names = "--expires",
        paramLabel = "DATE",
        description =
            "The first day (UTC) on which it holds no more; left out, it does not expire.")
    @Nullable String expires;

    /** The roles, possibly none; all words that are none are refused at once. */
    Set<Role> roles() {
      List<String> unknown =
          roles.stream()
              .filter(word -> Role.of(word).isEmpty())
              .map(word -> "`" + word + "`")
              .toList();
      if (!unknown.isEmpty()) {
        throw new UserError(
            CallerProblem.ROLE.code()
                + " no role: "
                + String.join(", ", unknown)
                + "; expected "
                + words());
      }
      return roles.stream()
          .flatMap(word -> Role.of(word).stream())
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    static String words() {
      return Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", "));
    }

    /** The moment from which on the key holds no more; absent where it does not expire. */
    @Nullable Instant expires() {
      try {
        return expires == null
            ? null
            : LocalDate.parse(expires).atStartOfDay().toInstant(ZoneOffset.UTC);
      } catch (DateTimeException notADay) {
        throw new UserError("`" + expires + "` is no day: expected one such as 2027-01-31");
      }
    }
  }

  /** The keys, to be changed. */
  ApiKeys open(Context context) {
    SecureRandom random = new SecureRandom();
    try {
      return ApiKeys.beside(
          journal.address(common.data),
          context.clock(),
          length -> {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
          });
    } catch (IllegalArgumentException noJournal) {
      throw new UserError(String.valueOf(noJournal.getMessage()));
    }
  }

  /** Shows a key the only time: alone on standard output, so that it can be piped into a vault. */
  static void show(Context context, IssuedKey issued) {
    context.streams().out().print(issued.text() + "\n");
    context
        .streams()
        .err()
        .print(
            "the key of `"
                + issued.key().caller()
                + "` for "
                + words(issued.key().roles())
                + (issued.key().expires() == null ? "" : ", until " + issued.key().expires())
                + "; it is not shown again\n");
  }

  /** These roles in their order. */
  static String words(Set<Role> roles) {
    return roles.stream().sorted().map(Role::word).collect(Collectors.joining(","));
  }
}
