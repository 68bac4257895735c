namespace Graph.Cli.Sessions;

/// <summary>Which answers become their snapshots, whatever stood there.</summary>
/// <param name="Names">Of statements.</param>
internal sealed record Acceptance(bool IsAll, IReadOnlyList<string> Names)
{
    public static readonly Acceptance None = new(false, []);

    /// <param name="section">The heading of an answer: the statement's name, and behind it the parameters where there are several
    /// sets.</param>
    public bool Takes(string section) => IsAll
        || Names.Any(name => section == name || section.StartsWith($"{name} (", StringComparison.Ordinal));
}
