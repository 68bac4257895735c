namespace Graph.Annotations;

/// <summary>The columns of CoNLL-U Plus, <c># global.columns = ID FORM UPOS NER</c>, in the order of CoNLL-U.</summary>
internal sealed class ConlluColumns
{
    public const int Count = 10;
    public const string Declaration = "# global.columns";
    private const int Misc = 9;

    public static readonly ConlluColumns Usual = new(Names, []);

    // Columns of names beside the usual ones, by their names.
    private readonly ImmutableArray<string> names;
    private readonly ImmutableArray<(int Index, string Name)> others;

    private ConlluColumns(ImmutableArray<string> names, ImmutableArray<(int Index, string Name)> others) =>
        (this.names, this.others) = (names, others);

    /// <summary>Whether there are the columns of the Universal Anaphora project, which <see cref="AnaphoraColumns"/> reads.</summary>
    public bool HasAnaphora => names.Contains(AnaphoraColumns.Identity);

    /// <summary>How many columns each line has.</summary>
    public int FileCount => names.Length;

    private static ImmutableArray<string> Names => ["ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC"];

    public static ConlluColumns Read(string declaration)
    {
        // Some tools write the names of the usual columns in small letters.
        ImmutableArray<string> names =
        [
            .. declaration.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(name => Names.FirstOrDefault(usual => usual.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name),
        ];
        var others = names
            .Index()
            .Where(column => !Names.Contains(column.Item) && !AnaphoraColumns.IsOwn(column.Item))
            .Select(column => (column.Index, column.Item[(column.Item.LastIndexOf(':') + 1)..]));
        return new ConlluColumns(names, [.. others]);
    }

    /// <summary>The field of a column; <c>_</c> where there is none.</summary>
    public string Get(string[] fields, string name) => names.IndexOf(name) is >= 0 and var index ? fields[index] : "_";

    /// <summary>The fields in the order of CoNLL-U; those of other columns become features of the last one.</summary>
    public string[] Order(string[] fields)
    {
        if (ReferenceEquals(this, Usual))
            return fields;

        // Without numbers, lines are tokens one after the other.
        var result = Names.Select(name => names.IndexOf(name) is >= 0 and var index ? fields[index] : name == Names[0] ? "1" : "_")
            .ToArray();
        var features = others
            .Where(column => fields[column.Index] is not ("_" or "*" or ""))
            .Select(column => $"{column.Name}={fields[column.Index]}");
        result[Misc] = string.Join('|', features.Prepend(result[Misc]).Where(feature => feature != "_"));
        return result;
    }
}
