using System.Diagnostics;

namespace Graph.Export.Tests;

/// <summary>Programs that read what was exported. A test that needs one which is not here is skipped.</summary>
internal static class Tools
{
    private static readonly string ReaderFolder = Repository.GetPath("tests", "Graph.Export.Tests", "Readers");

    /// <summary>The full path of a program; skips the test where it is not installed.</summary>
    public static string Require(string name)
    {
        var path = Find(name);
        Skip.If(path is null, $"'{name}' is not installed.");
        return path!;
    }

    /// <summary>The first of these programs that runs here; skips the test where none does.</summary>
    public static string RequireAny(string name, string path)
    {
        var found = Find(name) ?? (Runs(path) ? path : null);
        Skip.If(found is null, $"Neither '{name}' nor '{Path.GetFileName(path)}' of a package runs here.");
        return found!;
    }

    /// <summary>Where a file of a package of npm would be.</summary>
    public static string FindInPackage(string package, string file) =>
        PackageFolders.Select(folder => Path.Combine(folder, package, file)).FirstOrDefault(File.Exists) ?? file;

    /// <summary>
    /// What a library of npm finds in a file; <c>npm install</c> in the folder <c>Readers</c>, or <c>NODE_PATH</c>, says where they are.
    /// </summary>
    public static string ReadWithNode(string package, string format, string file, params string[] more)
    {
        var node = Require("node");
        Skip.IfNot(
            PackageFolders.Any(folder => Directory.Exists(Path.Combine(folder, package))),
            $"The package '{package}' is not installed: 'npm install' in tests/Graph.Export.Tests/Readers.");
        return Run(node, [Path.Combine(ReaderFolder, "read.js"), format, file, .. more]);
    }

    /// <summary>The output of a program that ends well.</summary>
    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{error.Result}");
        return output;
    }

    private static IEnumerable<string> PackageFolders =>
        (Environment.GetEnvironmentVariable("NODE_PATH") ?? "").Split(Path.PathSeparator)
            .Prepend(Path.Combine(ReaderFolder, "node_modules"));

    private static bool Runs(string program)
    {
        if (!File.Exists(program))
            return false;
        using var process = Process.Start(
            new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
