package org.preclaim.engine;
import java.nio.file.*; import java.util.*; import org.preclaim.table.*; import org.preclaim.engine.rows.*;
class Probe2 { public static void main(String[] a) throws Exception {
  try (var s = Files.list(Path.of("decision-tables"))) { for (Path p : s.sorted().toList()) { if (!p.toString().endsWith(".xlsx") || p.toString().contains("vocab")) continue;
    var r = new WorkbookReader().read("decision-tables/" + p.getFileName(), Files.readAllBytes(p)); Workbook w = r.workbook(); if (w == null) { System.out.println(p + " " + r.problems()); continue; }
    System.out.println("== " + w.file() + " rows " + w.policies().size());
    for (PolicyTable t : w.tables()) { System.out.println(" T " + t.name() + " rows " + t.rows().size()); for (Column c : t.columns()) System.out.println("   " + c.type() + " | " + c.objectType() + " | " + c.snippet()); }
    try { RowTables t = RowTables.of(w); System.out.println(t.drl() + "shapes " + t.shapes() + " unkeyed " + t.rowsWithoutKey()); long n = System.nanoTime(); FamilyCompiler.compile(w.family(), Map.of(w.file(), t.drl())); System.out.println("compiled " + (System.nanoTime() - n) / 1000000 + " ms"); } catch (org.preclaim.problem.ProblemsException e) { System.out.println(e.getMessage()); }
  } } } }
