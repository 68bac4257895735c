using Graph.Query.Schema;

namespace Graph.News.Tests;

public sealed class NewsSchemaTests
{
    private static readonly string File = System.IO.File.ReadAllText(Repository.GetPath("grammar", "news.gql")).ReplaceLineEndings("\n");

    [Fact]
    public void TextIsTheSchemaFile() => Assert.Equal(NewsSchema.Text, File);

    [Fact]
    public void TablesSayWhatTheTextSays()
    {
        var read = SchemaReader.Read(new SourceText(NewsSchema.Text)).Type!;

        Assert.Equal(SchemaPrinter.Print(read), SchemaPrinter.Print(NewsSchema.GraphType));
        Assert.Equal(SchemaPrinter.PrintExpanded(read), SchemaPrinter.PrintExpanded(NewsSchema.GraphType));
        Assert.Equal(string.Join(" ", read.Labels), string.Join(" ", NewsSchema.GraphType.Labels));
        Assert.Equal(string.Join(" ", read.RelationTypes), string.Join(" ", NewsSchema.GraphType.RelationTypes));
    }

    [Fact]
    public void EveryTypeSaysWhatItMeans()
    {
        var type = NewsSchema.GraphType;
        Assert.Empty(
            type.NodeTypes.Where(node => node.Hints.Description is null || node.Hints["plural"] is null || node.Hints["caption"] is null));
        Assert.Empty(type.EdgeTypes.Where(edge => edge.Hints.Description is null || edge.Hints["inverse"] is null));
    }
}
