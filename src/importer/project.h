#pragma once

#include "git/objects/repository.h"
#include "importer/import.h"
#include "importer/reclassify.h"

#include <filesystem>
#include <string>

namespace mw::importer {

/// A file of rules, or those that are called so: a project of data/projects ("u-boot"), or "linux";
/// the kernel's for an empty name. A person's own go before either. Throws as RulesFiles::find().
RulesFiles rules_called(const std::filesystem::path& wanted);

/// Those wanted; else those of the project whose files the tree holds, and the kernel's where it is
/// none of them. Throws classify::RulesError too.
RulesFiles rules_for_import(const std::filesystem::path& wanted, const git::Repository& repository,
                            const git::ObjectId& commit);

/// Those that a stored release was sorted by last, where they are the program's own.
RulesFiles rules_of_release(const std::filesystem::path& database, const std::string& release);

/// Keeps that a release was sorted by them. Throws store::Error.
void keep_rules(const std::filesystem::path& database, const std::string& release,
                const RulesFiles& rules);

/// Keeps of an imported release whose history it is of; read: what is in the files of rules. Throws
/// store::Error.
void keep_project(const ImportRequest& request, const git::Repository& repository,
                  const RulesFiles& rules, const classify::Rules& read, const std::string& release);

} // namespace mw::importer
