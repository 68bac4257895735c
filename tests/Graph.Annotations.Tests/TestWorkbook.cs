using System.IO.Compression;
using System.Security;

namespace Graph.Annotations.Tests;

/// <summary>Writes workbooks as spreadsheets do, as far as tests need them.</summary>
internal static class TestWorkbook
{
    /// <summary>Stands before the number of a day.</summary>
    public const string Day = "day:";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Head = "<?xml version=\"1.0\"?>";

    /// <param name="sheets">Their names and their cells, which are texts, whole numbers or days.</param>
    public static void Write(string path, params (string Name, string[][] Rows)[] sheets)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        void Add(string name, string text)
        {
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(Head + text);
        }

        Add("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        Add("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Add("xl/workbook.xml", $"<workbook xmlns=\"{Sheet}\" xmlns:r=\"{Office}\"><sheets>"
            + string.Concat(sheets.Select((sheet, index) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{index + 1}\" r:id=\"rId{index + 1}\"/>")) + "</sheets></workbook>");
        Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">"
            + string.Concat(sheets.Select((_, index) => $"<Relationship Id=\"rId{index + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>"))
            + $"<Relationship Id=\"rId99\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
        Add("xl/styles.xml", $"<styleSheet xmlns=\"{Sheet}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        foreach (var (index, sheet) in sheets.Index())
            Add($"xl/worksheets/sheet{index + 1}.xml", $"<worksheet xmlns=\"{Sheet}\"><sheetData>{string.Concat(sheet.Rows.Select(WriteRow))}</sheetData></worksheet>");
    }

    private static string WriteRow(string[] cells, int row) =>
        $"<row r=\"{row + 1}\">{string.Concat(cells.Select((cell, column) => WriteCell($"{(char)('A' + column)}{row + 1}", cell)))}</row>";

    private static string WriteCell(string place, string cell) =>
        cell.StartsWith(Day, StringComparison.Ordinal) ? $"<c r=\"{place}\" s=\"1\"><v>{cell[Day.Length..]}</v></c>"
        : int.TryParse(cell, out _) ? $"<c r=\"{place}\"><v>{cell}</v></c>"
        : $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(cell)}</t></is></c>";
}
