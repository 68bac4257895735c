using System.Globalization;
using System.Text;

namespace Graph.Export;

/// <summary>
/// One CSV file: a header with a type for each column, then rows. Texts always stand in quotes, so that an empty text is not nothing.
/// </summary>
internal sealed class Neo4jTable : IDisposable
{
    private const string Date = "date";

    private readonly ImmutableArray<(ElementColumn Column, string Type)> columns;
    private readonly StreamWriter output;
    private readonly char delimiter;
    private readonly LossLedger losses;
    private bool isInRow;

    /// <param name="elements">Those that will be written; the types of the columns are found in their values.</param>
    public Neo4jTable(
        Stream output, IReadOnlyList<ElementColumn> columns, ReadOnlySpan<int> elements, char delimiter, LossLedger losses)
    {
        this.output = new StreamWriter(output, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        this.delimiter = delimiter;
        this.losses = losses;
        var typed = ImmutableArray.CreateBuilder<(ElementColumn, string)>();
        foreach (var column in columns)
            typed.Add((column, FindType(column, elements)));
        this.columns = typed.ToImmutable();
    }

    /// <param name="own">The columns in front of the properties.</param>
    public void WriteHeader(params IEnumerable<string> own)
    {
        var names = columns.Select(column => $"{GetName(column.Column.Column.Name)}:{column.Type}");
        output.Write($"{string.Join(',', own.Concat(names.Select(QuoteName)))}\n");
    }

    public void WriteNumber(int number) => WriteField(number.ToString(CultureInfo.InvariantCulture));

    public void WriteText(string text) => WriteField(Quote(Clean(text)));

    /// <summary>The properties of an element, and the end of its row.</summary>
    public void WriteProperties(int element)
    {
        foreach (var (column, type) in columns)
            WriteField(Format(column.Get(element), type));
        output.Write('\n');
        isInRow = false;
    }

    public void Dispose() => output.Dispose();

    /// <summary>Days are dates; a column with a date that is vaguer than a day is text, as the language has no such dates.</summary>
    private static string FindType(ElementColumn column, ReadOnlySpan<int> elements)
    {
        switch (column.Column.Kind)
        {
            case ColumnKind.Boolean: return "boolean";
            case ColumnKind.Integer: return "long";
            case ColumnKind.Float: return "double";
            case ColumnKind.TextList: return $"{FindItemType(column, elements)}[]";
        }

        var hasDays = false;
        foreach (var element in elements)
        {
            var value = column.Get(element);
            if (value.IsNull)
                continue;
            if (value is not { Kind: ValueKind.Date } || value.AsDate().Day is null)
                return "string";
            hasDays = true;
        }

        return hasDays ? Date : "string";
    }

    private static string FindItemType(ElementColumn column, ReadOnlySpan<int> elements)
    {
        ColumnKind? kind = null;
        foreach (var element in elements)
        {
            if (column.Get(element) is not { Kind: ValueKind.List } list)
                continue;
            foreach (var item in list.AsList().Where(item => !item.IsNull))
            {
                var own = ColumnKinds.Find([item]);
                kind = kind is null ? own : ColumnKinds.Join(kind.Value, own);
            }
        }

        return kind switch
        {
            ColumnKind.Boolean => "boolean",
            ColumnKind.Integer => "long",
            ColumnKind.Float => "double",
            _ => "string",
        };
    }

    private void WriteField(string field)
    {
        if (isInRow)
            output.Write(',');
        output.Write(field);
        isInRow = true;
    }

    private string GetName(string name)
    {
        if (!name.Contains(':'))
            return name;
        losses.Note($"the property '{name}' is called '{name.Replace(':', '_')}', as a colon begins a type");
        return name.Replace(':', '_');
    }

    private string Format(Value value, string type)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                return "";
            case ValueKind.Boolean:
                return value.AsBoolean() ? "true" : "false";
            case ValueKind.Integer when type != "string":
                return value.AsInteger().ToString(CultureInfo.InvariantCulture);
            case ValueKind.Float when type != "string":
                return value.AsFloat().ToString("R", CultureInfo.InvariantCulture);
            case ValueKind.List:
                return FormatList(value.AsList());
            case ValueKind.Date when type != Date:
                losses.Note("dates that are vaguer than a day are written as texts");
                break;
        }

        return Quote(Clean(PlainText.Format(value)));
    }

    private string FormatList(ListValue list)
    {
        if (list.Count == 0)
            losses.Count("empty list is written as nothing", "empty lists are written as nothing");
        losses.Count(
            "item of a list that is nothing is not written", "items of lists that are nothing are not written",
            list.Count(item => item.IsNull));
        var items = list.Where(item => !item.IsNull).Select(item => Clean(PlainText.Format(item))).ToList();
        return items.Count == 0 ? "" : Quote(string.Join(delimiter, items));
    }

    /// <summary>With U+FFFD for halves of characters, which UTF-8 has no way to write.</summary>
    private string Clean(string text)
    {
        var clean = UnicodeText.Repair(text);
        if (!ReferenceEquals(clean, text))
            losses.Count("text with halves of characters, shown as U+FFFD", "texts with halves of characters, shown as U+FFFD");
        return clean;
    }

    private static string QuoteName(string name) =>
        name.AsSpan().ContainsAny(",\"\r\n") || name != name.Trim() ? Quote(name) : name;

    private static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
