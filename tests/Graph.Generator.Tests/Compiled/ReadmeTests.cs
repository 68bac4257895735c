using System.Text.RegularExpressions;

namespace Graph.Generator.Tests.Compiled;

/// <summary>
/// The chapter about C# in the README: its graph type and queries are generated, and each program in it is compiled with them.
/// </summary>
public sealed class ReadmeTests : IDisposable
{
    /// <summary>What the SDK of a project brings in by itself.</summary>
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading.Tasks;
        """;

    private const string WebUsings = """
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.DependencyInjection;
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("graph-readme-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void EveryBlockCompiles()
    {
        var blocks = ReadBlocks();
        var request = new GenerationRequest(
            new SourceText(Assert.Single(blocks, block => block.Language == "gql").Text, "films.gql"),
            [new SourceText(Assert.Single(blocks, block => block.Language == "cypher").Text, "films.cypher")],
            "Films");
        var generated = CodeGenerator.Generate(request);
        Assert.Empty(generated.Diagnostics.Select(FileGeneration.Format));

        var programs = blocks.Where(block => block.Language == "csharp").ToList();
        Assert.Equal(4, programs.Count);
        for (var i = 0; i < programs.Count; i++)
        {
            var text = programs[i].Text;
            string[] sources = [text, generated.Text,
                text.Contains("WebApplication", StringComparison.Ordinal) ? $"{Usings}\n{WebUsings}" : Usings];
            var target = text.Contains("[Fact]", StringComparison.Ordinal) ? "library" : "exe";
            var messages = CompiledCode.Compile(folder, sources, $"Program{i}_", target);
            Assert.True(messages.Length == 0, $"{messages}\n{text}");
        }
    }

    private static List<(string Language, string Text)> ReadBlocks()
    {
        var readme = File.ReadAllText(Repository.GetPath("README.md")).ReplaceLineEndings("\n");
        var start = readme.IndexOf("\n## From C#\n", StringComparison.Ordinal);
        var chapter = readme[start..readme.IndexOf("\n## ", start + 1, StringComparison.Ordinal)];
        return [.. Regex.Matches(chapter, "^```([a-z]+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value))];
    }
}
