namespace Graph.Generator.Tool;

/// <summary>
/// The arguments that the build passes: files, and two options with a value each; or one file that holds them, a line each.
/// </summary>
internal static class Arguments
{
    /// <summary>Null where something is missing or unknown.</summary>
    /// <exception cref="IOException">The file of arguments cannot be read.</exception>
    public static FileGenerationOptions? Parse(IReadOnlyList<string> arguments)
    {
        if (arguments is [['@', .. var path]])
            arguments = [.. File.ReadAllLines(path).Where(line => line.Length > 0)];
        var files = new List<string>();
        var (output, @namespace) = ("", "");
        for (var i = 0; i < arguments.Count; i++)
        {
            var isOption = arguments[i].StartsWith('-');
            if (isOption && i + 1 == arguments.Count)
                return null;
            switch (arguments[i])
            {
                case "-o":
                    output = arguments[++i];
                    break;
                case "--namespace":
                    @namespace = arguments[++i];
                    break;
                case var _ when isOption:
                    return null;
                case var file:
                    files.Add(file);
                    break;
            }
        }

        return files.Count > 0 && output.Length > 0 && @namespace.Length > 0
            ? new FileGenerationOptions(files[0], files[1..], output, @namespace)
            : null;
    }
}
