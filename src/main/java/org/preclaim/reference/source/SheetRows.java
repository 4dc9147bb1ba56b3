package org.preclaim.reference.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;
import org.preclaim.archive.WholeZip;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The rows of a workbook's first sheet with any, in one pass, whatever its size: a sheet of an NCCI
 * file has more cells than fit in a workbook model. Formulas give the value they last had.
 */
final class SheetRows {

  private static final String SHARED_STRINGS = "xl/sharedStrings.xml";
  private static final String SHEETS = "xl/worksheets/";

  private final OfficialFile file;
  private final SourceLimits limits;
  private final Consumer<SourceRow> rows;

  SheetRows(OfficialFile file, SourceLimits limits, Consumer<SourceRow> rows) {
    this.file = file;
    this.limits = limits;
    this.rows = rows;
  }

  void read() throws IOException {
    SharedTexts shared = new SharedTexts(limits);
    parsePart(SHARED_STRINGS, shared);
    SheetNames names = new SheetNames();
    parsePart("xl/workbook.xml", names);
    SheetTargets targets = new SheetTargets();
    parsePart("xl/_rels/workbook.xml.rels", targets);
    for (Map.Entry<String, String> sheet : names.idsByName.entrySet()) {
      String part = part(targets.targets.getOrDefault(sheet.getValue(), ""));
      SheetContent content = new SheetContent(file, sheet.getKey(), shared, rows);
      parsePart(part, content);
      if (content.rowCount() > 0) {
        return;
      }
    }
  }

  private static String part(String target) {
    return target.startsWith("/")
        ? target.substring(1)
        : target.startsWith("worksheets/")
            ? SHEETS + target.substring("worksheets/".length())
            : "xl/" + target;
  }

  private void parsePart(String part, DefaultHandler handler) throws IOException {
    try (WholeZip zip = new WholeZip(file.open())) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(part)) {
          parse(limits.unpacked(zip, file.size()), handler);
          return;
        }
      }
    }
  }

  private static void parse(InputStream in, DefaultHandler handler) throws IOException {
    try {
      XMLReader reader = XMLHelper.newXMLReader();
      reader.setContentHandler(handler);
      reader.setErrorHandler(handler);
      reader.parse(new InputSource(in));
    } catch (SAXException unreadable) {
      if (unreadable.getException() instanceof TooLargeException tooLarge) {
        throw tooLarge;
      }
      throw new IOException("a part of the workbook is no XML", unreadable);
    } catch (ParserConfigurationException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** Sheet names in their order, each with the id of its relation. */
  private static final class SheetNames extends DefaultHandler {

    private final Map<String, String> idsByName = new LinkedHashMap<>();

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
      @Nullable String id = attributes.getValue("r:id");
      if (name.equals("sheet") && id != null) {
        idsByName.put(attributes.getValue("name"), id);
      }
    }
  }

  /** What the relations of the workbook lead to, by id. */
  private static final class SheetTargets extends DefaultHandler {

    private final Map<String, String> targets = new LinkedHashMap<>();

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
      @Nullable String target = attributes.getValue("Target");
      if (name.equals("Relationship") && target != null) {
        targets.put(attributes.getValue("Id"), target);
      }
    }
  }
}
