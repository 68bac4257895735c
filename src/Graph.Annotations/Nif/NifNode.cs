namespace Graph.Annotations;

/// <summary>A subject with its predicates, by their local names.</summary>
/// <param name="Number">Of the subject, in the order of the file.</param>
internal sealed record NifNode(string Name, int Number)
{
    public List<(string Name, string Value)> Values { get; } = [];

    public static Dictionary<string, NifNode> Index(IEnumerable<RdfTriple> triples)
    {
        var nodes = new Dictionary<string, NifNode>(StringComparer.Ordinal);
        foreach (var triple in triples)
        {
            if (!nodes.TryGetValue(triple.Subject, out var node))
                nodes.Add(triple.Subject, node = new NifNode(triple.Subject, nodes.Count));
            node.Values.Add((GetLocalName(triple.Property), triple.Object));
        }

        return nodes;
    }

    public static string GetLocalName(string address) => address[(address.AsSpan().LastIndexOfAny('#', '/') + 1)..];

    public string? Get(string name) => Values.Find(value => value.Name == name).Value;

    public IEnumerable<string> GetAll(string name) => Values.Where(value => value.Name == name).Select(value => value.Value);
}
