using System.CommandLine;
using OpenPar.Cli;
using OpenPar.Cli.Commands;

var root = new RootCommand("OpenPAR: vận hành hệ thống theo dõi, đánh giá cải cách hành chính · operate the administrative-reform index platform");
foreach (var command in CommandList.All()) root.Subcommands.Add(command);

// An argument that begins with @ is a FEEL literal (@"2025-12-31"), not the name of a file with more arguments.
var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
var code = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? Exit.WrongUse : code;
