using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Graph.Generator.Tests")]
