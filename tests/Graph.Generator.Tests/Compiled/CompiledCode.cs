using System.Reflection;

namespace Graph.Generator.Tests.Compiled;

/// <summary>Generated code as a library: the compiler of the SDK takes it with warnings as errors, and it is loaded to be run.</summary>
internal static class CompiledCode
{
    /// <summary>What the compiler says, one line for each mistake; empty where it takes the sources.</summary>
    /// <param name="target"><c>exe</c> for a program with statements at the top level.</param>
    public static string Compile(string folder, IEnumerable<string> sources, string assembly = "Generated", string target = "library")
    {
        var files = sources.Select((source, i) => Write(Path.Combine(folder, $"{assembly}{i}.cs"), source)).ToList();
        var response = Write(Path.Combine(folder, $"{assembly}.rsp"), string.Join('\n', [
            $"-target:{target}", "-features:FileBasedProgram", "-nologo", "-nullable:enable", "-langversion:latest", "-warnaserror+",
            "-doc:" + Quote(Path.Combine(folder, $"{assembly}.xml")), "-nowarn:CS1591,CS1701,CS1702",
            "-out:" + Quote(GetPath(folder, assembly)), .. References().Select(path => $"-reference:{Quote(path)}"),
            .. files.Select(Quote),
        ]));
        var (_, output, messages) = DotnetProcess.Run("exec", FindCompiler(), "-noconfig", $"@{response}");
        return string.Concat(output, messages).Trim();
    }

    public static Assembly Load(string folder, string assembly = "Generated") =>
        Assembly.Load(File.ReadAllBytes(GetPath(folder, assembly)));

    private static string GetPath(string folder, string assembly) => Path.Combine(folder, $"{assembly}.dll");

    private static string Quote(string path) => $"\"{path}\"";

    private static string Write(string path, string text)
    {
        File.WriteAllText(path, text);
        return path;
    }

    private static IEnumerable<string> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => IsLibrary(Path.GetFileName(path)))
        .Concat(FindWebLibraries());

    private static bool IsLibrary(string name) =>
        name is "netstandard.dll" or "mscorlib.dll" or "QuikGraph.dll"
        || (name.EndsWith(".dll", StringComparison.Ordinal) && !name.Contains(".Tests.", StringComparison.Ordinal)
            && (name.StartsWith("System.", StringComparison.Ordinal)
                || name.StartsWith("Graph.", StringComparison.Ordinal)
                || name.StartsWith("xunit.", StringComparison.Ordinal)));

    /// <summary>The libraries of ASP.NET that stand beside the runtime, where they are installed.</summary>
    private static IEnumerable<string> FindWebLibraries()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var folder = Path.Combine(
            Path.GetFullPath(Path.Combine(runtime, "..", "..")), "Microsoft.AspNetCore.App", Path.GetFileName(runtime));
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "Microsoft.*.dll") : [];
    }

    /// <summary>The SDK that stands beside the runtime which runs the tests; of several, the newest.</summary>
    private static string FindCompiler()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var root = Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));
        return Directory.GetDirectories(Path.Combine(root, "sdk"))
            .Where(path => Version.TryParse(Path.GetFileName(path).Split('-')[0], out _))
            .OrderBy(path => Version.Parse(Path.GetFileName(path).Split('-')[0]))
            .Select(path => Path.Combine(path, "Roslyn", "bincore", "csc.dll"))
            .Last(File.Exists);
    }
}
