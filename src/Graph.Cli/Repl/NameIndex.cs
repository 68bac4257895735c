using Graph.Query.Binding;

namespace Graph.Cli.Repl;

/// <summary>
/// Every name of the entities of a graph, folded and in order, for each set of labels. It is made once, beside the conversation; a search
/// touches only as many names as it gives.
/// </summary>
internal sealed class NameIndex
{
    /// <summary>
    /// An entity may have many names that begin alike, and is given once; so many names are looked at for each that is wanted.
    /// </summary>
    private const int MostLookedAt = 16;

    private readonly GraphStore store;
    private readonly ImmutableArray<(ImmutableArray<string> Labels, SortedNames Names)> parts;

    private NameIndex(GraphStore store, ImmutableArray<(ImmutableArray<string> Labels, SortedNames Names)> parts)
    {
        this.store = store;
        this.parts = parts;
    }

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static NameIndex Create(GraphStore store, CancellationToken cancellation) => new(
        store,
        [
            .. store.NodeRanges
                .Where(range => range.FindColumn(StoreNames.Name) is not null || range.FindColumn(StoreNames.Aliases) is not null)
                .Select(range =>
                    (range.Labels.Select(label => store.Labels[label]).ToImmutableArray(), SortedNames.Create(store, range, cancellation))),
        ]);

    /// <summary>Names of entities that are called something that begins so, the most mentioned first.</summary>
    /// <param name="labels">What the entities are; null for any.</param>
    public IReadOnlyList<string> FindNames(string begun, int most, LabelExpression? labels = null) => FindNames(begun, most, labels, out _);

    /// <param name="lookedAt">How many names were looked at.</param>
    internal IReadOnlyList<string> FindNames(string begun, int most, LabelExpression? labels, out int lookedAt)
    {
        var prefix = NameFolding.Fold(begun);
        var best = new PriorityQueue<(SortedNames Names, int Start, int End, int Place), (int, int, int)>();
        foreach (var (_, names) in parts.Where(part => labels is null || labels.Matches(part.Labels)))
            Add(names, names.FindPrefix(prefix));

        var nodes = new HashSet<int>();
        var found = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        lookedAt = 0;
        while (found.Count < most && lookedAt < most * MostLookedAt && best.TryDequeue(out var next, out _))
        {
            lookedAt++;
            Add(next.Names, (next.Start, next.Place));
            Add(next.Names, (next.Place + 1, next.End));
            var node = next.Names.GetNode(next.Place);
            if (nodes.Add(node)
                && store.GetNodeProperty(node, StoreNames.Name) is { Kind: ValueKind.String } name
                && known.Add(name.AsString()))
                found.Add(name.AsString());
        }

        return found;

        void Add(SortedNames names, (int Start, int End) part)
        {
            if (part.Start == part.End)
                return;

            var place = names.FindMostMentioned(part.Start, part.End);
            best.Enqueue((names, part.Start, part.End, place), (-names.GetMentions(place), names.GetNode(place), place));
        }
    }
}
