namespace Graph.Annotations;

/// <summary>
/// What <c>annotation.conf</c> says that reading needs: the order of a relation's arguments, and role names that end in a digit
/// of their own.
/// </summary>
internal sealed class BratConfiguration
{
    public static readonly BratConfiguration Empty = new();

    private readonly Dictionary<string, string> firstArguments = new(StringComparer.Ordinal);
    private readonly HashSet<string> roles = new(StringComparer.Ordinal);

    /// <summary>The name of the argument that a relation starts from; <c>Arg1</c> where the file does not say.</summary>
    public string GetFirstArgument(string relation) => firstArguments.GetValueOrDefault(relation, "Arg1");

    /// <summary><c>Theme2</c> is the second <c>Theme</c>, unless the file declares a role of that name.</summary>
    public string GetRole(string written)
    {
        if (roles.Contains(written))
            return written;

        var role = written.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return role.Length == 0 ? written : role;
    }

    public static BratConfiguration Read(SourceText source)
    {
        var result = new BratConfiguration();
        var section = "";
        foreach (var raw in source.Text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;

            if (line[0] == '[')
                section = line.Trim('[', ']').ToLowerInvariant();
            else
                result.ReadDefinition(section, line);
        }

        return result;
    }

    private void ReadDefinition(string section, string line)
    {
        var blank = line.AsSpan().IndexOfAny(' ', '\t');
        if (blank < 0 || section is not ("relations" or "events"))
            return;

        var names = line[(blank + 1)..].Split(',').Select(GetArgumentName).Where(name => name.Length > 0 && name[0] != '<').ToList();
        if (section == "events")
            roles.UnionWith(names);
        else if (names.Count > 0)
            firstArguments[line[..blank]] = names[0];
    }

    /// <summary><c>Org-Arg+:Organization</c> and <c>Person-Arg{2}:Person</c> without what says how often.</summary>
    private static string GetArgumentName(string argument)
    {
        var name = argument.Trim();
        var end = name.AsSpan().IndexOfAny("?*+{:");
        return end < 0 ? name : name[..end];
    }
}
