namespace Graph.Snapshots;

/// <summary>Which names of snapshots, <c>Outer.Inner.Method_variant</c> without an ending, can be those of tests.</summary>
/// <param name="sources">Those in the folder.</param>
/// <param name="classes">Those that a test framework knows, which may have their sources elsewhere.</param>
internal sealed class SnapshotNames(IReadOnlyList<SnapshotSource> sources, IReadOnlyList<SnapshotTestClass> classes)
{
    public bool HasTest(string name)
    {
        if (classes.Any(known => known.Tests.Any(test => IsOf(name, $"{known.Name}.{test}"))))
            return true;

        var file = FindLongest(sources.Select(source => source.Name), name);
        return !IsOwned(name, file) && HasMember(name, file);
    }

    /// <summary>The snapshot itself, or a variant of it.</summary>
    private static bool IsOf(string name, string test) =>
        name.StartsWith(test, StringComparison.Ordinal) && (name.Length == test.Length || name[test.Length] == '_');

    private static string? FindLongest(IEnumerable<string> names, string name) =>
        names.Where(candidate => name.StartsWith($"{candidate}.", StringComparison.Ordinal)).MaxBy(candidate => candidate.Length);

    /// <summary>
    /// The name is one that only tests of a known class can have. Where its source has conditions, another build may have more of them.
    /// </summary>
    private bool IsOwned(string name, string? file)
    {
        var owner = FindLongest(classes.Select(known => known.Name), name);
        return owner is not null
            && owner.Length >= (file?.Length ?? 0)
            && !sources.Any(source => source.IsConditional && owner.Split('.').All(source.Types.Contains));
    }

    /// <summary>Behind the file or at least one class comes a method.</summary>
    private bool HasMember(string name, string? file)
    {
        var parts = (file is null ? name : name[(file.Length + 1)..]).Split('.');
        var types = parts.TakeWhile(part => sources.Any(source => source.Types.Contains(part))).Count();
        return Enumerable.Range(0, parts.Length)
            .Any(at => at <= types && at >= (file is null ? 1 : 0) && IsMethod(parts[at], isLast: at == parts.Length - 1));
    }

    // A variant may have full stops of its own; what goes before it is the method.
    private bool IsMethod(string part, bool isLast)
    {
        if (isLast && HasMethod(part))
            return true;
        for (var end = part.LastIndexOf('_'); end > 0; end = part.LastIndexOf('_', end - 1))
        {
            if (HasMethod(part[..end]))
                return true;
        }

        return false;
    }

    private bool HasMethod(string word) => sources.Any(source => source.Methods.Contains(word));
}
