using System.Globalization;

namespace Graph.Annotations;

/// <summary>
/// The two columns of a table of relations that name the ends, known by names that are one pair, such as <c>from_id</c> and <c>to_id</c>,
/// and by values that are nearly all keys of other tables: periods and spans of text have such names too.
/// </summary>
internal sealed record DraftEnds(DraftTable Table, DraftEnd Source, DraftEnd Target)
{
    private static readonly ImmutableArray<(string Source, string Target)> Pairs =
    [
        ("source", "target"), ("from", "to"), ("start", "end"), ("subject", "object"), ("head", "tail"), ("src", "dst"),
        ("origin", "destination"), ("sender", "receiver"), ("sender", "recipient"), ("child", "parent"), ("owner", "asset"), ("one", "two"),
        ("1", "2"), ("a", "b"),
    ];

    public string Reason => $"{Source.Reason}; {Target.Reason}";

    public static DraftEnds? Find(DraftTable table, IEnumerable<DraftTable> others)
    {
        var keyed = others.Where(other => other != table && other.Key is not null).ToImmutableArray();
        var found =
            from pair in Pairs
            from source in table.Columns
            from target in table.Columns
            where IsPair(DraftColumn.Words(source.Name), DraftColumn.Words(target.Name), pair)
            let ends = (Source: DraftEnd.Find(source, keyed), Target: DraftEnd.Find(target, keyed))
            where ends.Source is not null && ends.Target is not null
            select new DraftEnds(table, ends.Source, ends.Target);
        return found.FirstOrDefault();
    }

    /// <summary>The same but for one word of a pair.</summary>
    private static bool IsPair(ImmutableArray<string> source, ImmutableArray<string> target, (string Source, string Target) pair) =>
        source.Length == target.Length
        && source.Zip(target).Where(words => words.First != words.Second).ToList() is [var (first, second)]
        && (first, second) == pair;
}

/// <param name="Holders">The one table whose keys nearly all values are, or the fewest that are needed together.</param>
internal sealed record DraftEnd(DraftColumn Column, ImmutableArray<DraftTable> Holders)
{
    /// <summary>Exports of a part of a graph have some ends outside it.</summary>
    private const double LeastShare = 0.9;

    public string Reason
    {
        get
        {
            var (found, count) = (Count(Column, Holders), Column.Values.Count);
            var share = found == count ? "all " : string.Create(CultureInfo.InvariantCulture, $"{found} of ");
            var keys = string.Join(", ", Holders.Select(table => $"'{table.Key!.Name}' of {table.File.Name}"));
            var (plural, verb) = count == 1 ? ("", "is") : ("s", "are");
            return string.Create(CultureInfo.InvariantCulture, $"{share}{count} value{plural} of '{Column.Name}' {verb} in {keys}");
        }
    }

    public static DraftEnd? Find(DraftColumn column, ImmutableArray<DraftTable> keyed)
    {
        var needed = column.Values.Count * LeastShare;
        var holders = keyed
            .Where(table => column.Values.Overlaps(table.Key!.Values))
            .OrderByDescending(table => Count(column, [table]))
            .ToImmutableArray();
        var fewest = Enumerable.Range(1, holders.Length).FirstOrDefault(count => Count(column, holders[..count]) >= needed);
        if (fewest == 0)
            return null;
        return new DraftEnd(column, fewest == 1 ? holders[..1] : holders);
    }

    private static int Count(DraftColumn column, ImmutableArray<DraftTable> tables) =>
        column.Values.Count(value => tables.Any(table => table.Key!.Values.Contains(value)));
}
